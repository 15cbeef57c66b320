/* C17 6.5.6p8: from struct to struct by a pointer to structs. */
struct slot {
    char text[4];
    int used;
};

int main(void)
{
    struct slot slots[3] = {{"a", 1}, {"b", 1}, {"c", 1}};

    for (struct slot *slot = slots; slot != slots + 3; slot++) {
        slot->used = 0;
    }
    return slots[2].used;
}
