/* C23: what declarations may say. Each check that fails ends the program with its line as the status. */
#include <stddef.h>

#define CHECK(condition) do { if (!(condition)) return __LINE__; } while (false)

static_assert(sizeof(int) == 4);
static_assert(true, "with a message too");

constexpr int length = 3;
constexpr unsigned long wide = 1UL << 40;
static int table[length] = {1, 2, length};

enum small : unsigned char { FIRST = 1, LAST = 255 };
enum big : long { HUGE = 1L << 40 };
enum later : short;
enum grown { PLAIN, BEYOND = 0x1'0000'0000 };

[[nodiscard]] static int answer(void) {
    return 42;
}

[[deprecated("use answer"), maybe_unused]] static int old_answer(int) {
    return 41;
}

static int sum([[maybe_unused]] int ignored, int, int third) {
    return third;
}

[[noreturn]] void give_up(void);

struct [[gnu::packed]] tight {
    char c;
    int i;
};

static int number_of(void *pointer) {
    return pointer == nullptr ? 0 : 1;
}

static int switched(int value) {
    switch (value) {
    case 1:
        value++;
        [[fallthrough]];
    case 2:
        return value;
    default:
        return -1;
    }
}

int main(void) {
    bool yes = true, no = false;
    CHECK(yes && !no && sizeof(bool) == 1);
    CHECK(_Generic(true, bool: 1, default: 0));
    CHECK(table[length - 1] == 3 && sizeof table / sizeof *table == length);
    CHECK(wide >> 40 == 1);
    constexpr char letter = 'x';
    int letters[letter == 'x' ? 2 : 1] = {};
    CHECK(sizeof letters == 8 && letters[0] == 0 && letters[1] == 0);

    CHECK(sizeof(enum small) == 1 && sizeof(enum big) == 8 && sizeof(enum later) == 2);
    CHECK(HUGE == 1L << 40 && LAST == 255 && sizeof(enum grown) == 8 && BEYOND > 0xffff'ffffu);
    enum small s = LAST;
    s++;
    CHECK(s == 0);

    auto inferred = 1L << 33;
    static auto count = 7u;
    CHECK(sizeof inferred == 8 && count == 7);
    typeof(inferred) copy = inferred;
    const int fixed = 5;
    typeof_unqual(fixed) changed = fixed;
    changed++;
    CHECK(copy == inferred && changed == 6);

    CHECK(0b1010'0101 == 0xA5 && 1'000'000 == 1000000 && 0x7FFF'FFFF == 2147483647);
    int *nothing = nullptr;
    CHECK(number_of(nullptr) == 0 && number_of(&changed) == 1 && !nothing);
    CHECK(answer() == 42 && sum(1, 2, 3) == 3 && switched(1) == 2);
    CHECK(sizeof(struct tight) == 5 && alignof(struct tight) == 1);
    alignas(32) static char aligned[3];
    CHECK((unsigned long)aligned % 32 == 0);
    struct { int a, b; } empty = {};
    CHECK(empty.a == 0 && empty.b == 0);
    (void)old_answer;
    return 0;
}
