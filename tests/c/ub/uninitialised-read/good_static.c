/* C17 6.7.9p10: an object of static storage duration starts as zero. */
int global[3];

int main(void)
{
    static int x;

    return x + global[2];
}
