/* C17 6.7.3, 7.17: atomic objects. */
#include <stdatomic.h>
#include <stdio.h>

static atomic_int counter = ATOMIC_VAR_INIT(5);
static _Atomic unsigned long wide;
static atomic_flag flag = ATOMIC_FLAG_INIT;

struct shared {
    _Atomic(int) value;
    atomic_bool ready;
};

static int next(void) {
    static int calls;
    return ++calls;
}

int main(void) {
    printf("%d %d %d\n", counter++, ++counter, counter);
    printf("%d %d\n", counter -= 3, counter--);
    counter += next() * 10;
    printf("%d %d\n", counter, next());
    counter |= 0x40;
    counter &= ~1;
    counter ^= 3;
    printf("%d\n", counter);
    counter *= 3;
    printf("%d\n", counter);
    counter /= 4;
    counter <<= 2;
    printf("%d %d\n", counter, counter >>= 1);
    counter %= 7;
    printf("%d\n", counter);

    wide = 1UL << 40;
    wide += 1;
    wide -= 2UL;
    printf("%lu %lu\n", wide--, wide);

    struct shared s = {7, 0}, *p = &s;
    atomic_init(&s.value, 8);
    p->value += 2;
    p->ready = p->value == 10;
    printf("%d %d\n", s.value, s.ready);
    atomic_store(&s.ready, 0);
    printf("%d\n", atomic_load_explicit(&p->ready, memory_order_acquire));

    printf("%d\n", atomic_fetch_add(&counter, 10));
    printf("%d\n", atomic_fetch_sub_explicit(&counter, 4, memory_order_relaxed));
    printf("%d\n", atomic_fetch_or(&counter, 32));
    printf("%d\n", atomic_fetch_and(&counter, 60));
    printf("%d\n", atomic_fetch_xor(&counter, 5));
    printf("%d %d\n", atomic_exchange(&counter, 100), atomic_load(&counter));

    int expected = 99;
    _Bool done = atomic_compare_exchange_strong(&counter, &expected, 1);
    printf("%d %d %d\n", done, expected, counter);
    done = atomic_compare_exchange_strong(&counter, &expected, 1);
    printf("%d %d %d\n", done, expected, counter);
    unsigned long old = wide;
    while (!atomic_compare_exchange_weak(&wide, &old, old * 2))
        ;
    printf("%lu\n", wide);

    printf("%d %d", atomic_flag_test_and_set(&flag), atomic_flag_test_and_set(&flag));
    atomic_flag_clear(&flag);
    printf(" %d\n", atomic_flag_test_and_set(&flag));
    int plain = 3;
    printf("%d %d\n", __atomic_add_fetch(&plain, 4, 5), __atomic_load_n(&plain, 5));
    atomic_thread_fence(memory_order_seq_cst);
    _Atomic const char *_Atomic text = "abc";
    text = text + 1;
    printf("%c %d\n", *text, atomic_is_lock_free(&wide));
    return 0;
}
