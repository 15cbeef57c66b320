/* C17 6.5.6p8: room for the terminating null. */
int main(void)
{
    const char *word = "four";
    char copy[5];
    int i = 0;

    do {
        copy[i] = word[i];
    } while (word[i++] != '\0');
    return copy[4];
}
