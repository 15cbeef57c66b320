/* C17 6.5.6p8: no room for the terminating null. */
int main(void)
{
    const char *word = "four";
    char copy[4];
    int i = 0;

    do {
        copy[i] = word[i]; /* finds: out-of-bounds-write */
    } while (word[i++] != '\0');
    return copy[0] - 'f';
}
