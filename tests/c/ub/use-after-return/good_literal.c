/* C17 6.4.5p6: a string literal has static storage duration. */
static const char *name(int number)
{
    return number == 1 ? "one" : "many";
}

int main(void)
{
    return name(1)[3];
}
