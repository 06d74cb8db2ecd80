import type { Acuse, PorHacer, Hecha } from '../../../api-types.ts'

/** One line of the account: a chosen candidatura, with its acuse or with the reasons why it was left out. */
export interface Renglon {
  candidatura: PorHacer
  acuse: Acuse | null
  razones: string[]
}

/** Everybody who was chosen, in the order of the ballots: left out beforehand, or answered by the act. */
export function cuentaDe(elegidas: readonly PorHacer[], hechas: readonly Hecha[]): Renglon[] {
  const answers = new Map(hechas.map((each) => [each.id, each]))
  return elegidas.flatMap((candidatura) => {
    const answer = answers.get(candidatura.id)
    if (answer === undefined && candidatura.razones.length === 0) return []
    const razones = answer === undefined ? candidatura.razones : answer.razon === null ? [] : [answer.razon]
    return [{ candidatura, acuse: answer?.acuse ?? null, razones }]
  })
}

/** Signs with which a spreadsheet begins a formula or a command. */
const RUNS = /^[=+\-@|%\t\r]/
const MARK = '\ufeff'

/** Table as CSV that spreadsheets open with its accents; the first row is its head. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return MARK + rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')
}

function quoted(text: string): string {
  const inert = RUNS.test(text) ? `'${text}` : text
  return `"${inert.replaceAll('"', '""')}"`
}
