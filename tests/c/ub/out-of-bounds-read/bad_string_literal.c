/* C17 6.4.5p6: a literal has its characters and one null, no more. */
int main(void)
{
    const char *word = "abc";
    int i = 4;

    return word[i] == 'z'; /* finds: out-of-bounds-read */
}
