/* C17 6.2.4p6: the jump skips the initialiser, not the object. */
int main(void)
{
    goto skip;
    {
        int x = 5;
    skip:
        return x > 0; /* finds: uninitialised-read */
    }
}
