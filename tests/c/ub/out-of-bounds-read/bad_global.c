/* C17 6.5.6p8: a table has no row for it. */
static const int days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

int main(void)
{
    int month = 12;

    return days[month] > 31; /* finds: out-of-bounds-read */
}
