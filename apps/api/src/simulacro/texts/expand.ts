import type { Random } from '../random.ts'

/** Fills {slots} and draws one of each [this|that]. A slot that is a function is drawn anew each time. */
export function expand(template: string, slots: Record<string, string | (() => string)>, random: Random): string {
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const slot = slots[name]
    if (slot === undefined) throw new Error(`no value for {${name}}`)
    return typeof slot === 'function' ? slot() : slot
  })
  const drawn = filled.replace(/\[([^[\]]+)\]/g, (_, choices: string) => random.pick(choices.split('|')))
  return drawn.replace(/\b(a|[Dd]e) el\b/g, (_, word: string) => (word === 'a' ? 'al' : `${word}l`))
}

/** Counted as the law counts: without blanks. */
export function countWithoutBlanks(text: string): number {
  return text.replace(/\s/g, '').length
}
