/* A hash table of strings, chained. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct entry {
    struct entry *next;
    int count;
    char word[];
};

static struct entry *table[16];

static unsigned hash(const char *s)
{
    unsigned h = 2166136261u;

    while (*s)
        h = (h ^ (unsigned char)*s++) * 16777619u;
    return h;
}

static struct entry *lookup(const char *word)
{
    struct entry **e = &table[hash(word) % 16];

    while (*e && strcmp((*e)->word, word))
        e = &(*e)->next;
    if (!*e) {
        *e = malloc(sizeof **e + strlen(word) + 1);
        (*e)->next = 0;
        (*e)->count = 0;
        strcpy((*e)->word, word);
    }
    return *e;
}

int main(void)
{
    char text[] = "the cat and the dog and the bird saw a cat and a dog";

    for (char *w = strtok(text, " "); w; w = strtok(0, " "))
        lookup(w)->count++;
    for (int i = 0; i < 16; i++)
        for (struct entry *e = table[i], *next; e; e = next) {
            next = e->next;
            printf("%s=%d ", e->word, e->count);
            free(e);
        }
    puts("");
    return 0;
}
