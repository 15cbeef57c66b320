/* C17 6.2.4p2: a local array is not returned by returning a pointer to it. */
static char *greet(void)
{
    char text[6] = "hello";
    char *p = text;

    return p;
}

int main(void)
{
    char *p = greet();

    return p[0] == 'z'; /* finds: use-after-return */
}
