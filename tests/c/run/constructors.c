/* Functions of GNU C that are called before and after main, by their priorities. */
#include <stdio.h>
#include <stdlib.h>

static int order;

__attribute__((constructor)) static void last(void)
{
    printf("last %d\n", ++order);
}

__attribute__((constructor(200))) static void second(int argc, char **argv)
{
    printf("second %d %d %d\n", ++order, argc, argv[argc] == NULL);
}

__attribute__((constructor(101))) static void first(void)
{
    printf("first %d %d\n", ++order, getenv("NOTHING_OF_THAT_NAME") == NULL);
}

__attribute__((destructor)) static void finally(void)
{
    printf("finally %d\n", ++order);
}

__attribute__((destructor(150))) static void at_the_very_end(void)
{
    printf("at the very end %d\n", ++order);
}

static void registered(void)
{
    printf("registered %d\n", ++order);
}

int main(void)
{
    atexit(registered);
    printf("main %d\n", ++order);
    return 3;
}
