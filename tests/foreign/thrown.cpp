/* Exceptions: one leaves frames with destructors, another takes its place, and is caught. */
#include <cstdio>
#include <stdexcept>

struct Guard {
    int number;
    explicit Guard(int n) : number(n) { std::printf("open %d\n", number); }
    ~Guard() { std::printf("close %d\n", number); }
};

__attribute__((noinline)) int depths(int n)
{
    Guard guard(n);
    if (n == 0)
        throw n;
    return depths(n - 1) + 1;
}

__attribute__((noinline)) int middle(int n)
{
    try {
        return depths(n);
    } catch (int value) {
        throw std::runtime_error("again");
    }
}

int main()
{
    int caught = 0;
    try {
        middle(2);
    } catch (const std::exception &error) {
        caught++;
        std::printf("caught %s\n", error.what());
    }
    caught += 1;
    return caught;
}
