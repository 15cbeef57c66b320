/* C17 6.7.9p14: three characters fit, the terminating null does not. */
int main(void)
{
    char word[3] = "abc";
    int length = 0;

    while (length < 4 && word[length] != '\0') { /* finds: out-of-bounds-read */
        length++;
    }
    return 0;
}
