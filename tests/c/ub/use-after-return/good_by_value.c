/* C17 6.8.6.4p3: a struct with an array in it is returned by value. */
struct text {
    char characters[6];
};

static struct text greet(void)
{
    struct text text = {"hello"};

    return text;
}

int main(void)
{
    struct text text = greet();

    return text.characters[5];
}
