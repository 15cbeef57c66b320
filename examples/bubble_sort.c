/* Lesson: an array argument is a pointer, so the sort works on the caller's own array. */
#include <stdio.h>

void sort(int *numbers, int count)
{
    for (int end = count - 1; end > 0; end--) {
        for (int i = 0; i < end; i++) {
            if (numbers[i] > numbers[i + 1]) {
                int greater = numbers[i];

                numbers[i] = numbers[i + 1];
                numbers[i + 1] = greater;
            }
        }
    }
}

int main(void)
{
    int numbers[] = {5, 2, 9, 1, 7, 3};
    int count = sizeof numbers / sizeof numbers[0];

    sort(numbers, count);
    for (int i = 0; i < count; i++) {
        printf("%d ", numbers[i]);
    }
    printf("\n");
    return 0;
}
