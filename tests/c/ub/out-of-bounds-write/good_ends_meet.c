/* C17 6.5.9p6: a pointer one past a may equal a pointer to b; each writes to its own. */
int main(void)
{
    int a[2] = {0};
    int b[2] = {0};
    int *past = a + 2;

    if (past == b) {
        past = b;
    } else {
        past = a;
    }
    *past = 0;
    return a[0] + b[0];
}
