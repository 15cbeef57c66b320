/* Lesson: a call reserves a frame on the stack, a return releases it without erasing it. */

int foo(int a, int b)
{
    int c = a + b;
    return c;
}

int main(void)
{
    int x = 10;
    int y = 20;
    int z = foo(x, y);

    return z - 30;
}
