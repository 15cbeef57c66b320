/* C17 6.4.5p6: the null of a literal is an element. */
int main(void)
{
    return "abc"[3];
}
