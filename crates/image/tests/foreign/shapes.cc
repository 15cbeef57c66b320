#include <cstdio>
#include <string>
#include <vector>

namespace geometry {
struct Shape {
    static int count;
    explicit Shape(std::string name) : name(std::move(name)) { count++; }
    virtual ~Shape() {}
    virtual double area() const = 0;
    std::string name;
};
int Shape::count = 0;

class Circle : public Shape {
  public:
    explicit Circle(double radius) : Shape("circle"), radius(radius) {}
    double area() const override;
  private:
    double radius;
};
double Circle::area() const { return 3.0 * radius * radius; }

namespace {
int hidden(int &by) { by += 2; return by; }
}
int visible(int start) { int value = start; return hidden(value) + value; }
}

enum class Mode : short { Off = -2, On = 1 };

template <typename T> T larger(const T &a, const T &b) { return a > b ? a : b; }

struct Pair { int first; int Pair::*which; };

int take(int &&moved) { return moved + 1; }

int main(int argc, char **)
{
    geometry::Circle circle(argc + 1.0);
    std::vector<int> numbers;
    for (int i = 0; i < 3 + argc; i++)
        numbers.push_back(i * i);
    auto adder = [&](int x) { return x + argc; };
    Pair pair{4, &Pair::first};
    Mode mode = argc > 1 ? Mode::Off : Mode::On;
    int total = adder(2) + larger(argc, 3) + geometry::visible(argc) + take(3) + pair.*pair.which;
    std::printf("%s %g %d %d %d\n", circle.name.c_str(), circle.area(), total,
                numbers.back() + geometry::Shape::count, static_cast<int>(mode));
    return 0;
}
