#include <iostream>
#include <vector>
#include <string>
struct Shape { virtual ~Shape() = default; virtual double area() const = 0; };
struct Square : Shape { double side; explicit Square(double s) : side(s) {} double area() const override { return side * side; } };
int twice(int &x) { x *= 2; return x; }
int main()
{
    std::vector<int> numbers;
    for (int i = 1; i <= 3; i++)
        numbers.push_back(i * i);
    std::string name = "cutaway";
    int total = 0;
    for (int n : numbers)
        total += n;
    twice(total);
    Square s(1.5);
    std::cout << name << " " << total << " " << s.area() << std::endl;
    return 0;
}
