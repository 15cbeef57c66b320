/* C17 6.7.9p14: an array of unknown size has room for the terminating null. */
int main(void)
{
    char word[] = "abc";
    int length = 0;

    while (word[length] != '\0') {
        length++;
    }
    return length - 3;
}
