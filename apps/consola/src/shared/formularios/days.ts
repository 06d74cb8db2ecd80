/** Days as text, `YYYY-MM-DD`, and months, `YYYY-MM`: the arithmetic of a calendar on the wall, not that of law. */

const DAY_MS = 86_400_000
const WEEK = 7

export function addDays(day: string, days: number): string {
  return dayOf(msOf(day) + days * DAY_MS)
}

export function daysBetween(one: string, other: string): number {
  return (msOf(other) - msOf(one)) / DAY_MS
}

/** From 0, Monday, to 6, Sunday. */
export function weekdayOf(day: string): number {
  return (new Date(msOf(day)).getUTCDay() + WEEK - 1) % WEEK
}

export function mondayOf(day: string): string {
  return addDays(day, -weekdayOf(day))
}

export function monthOf(day: string): string {
  return day.slice(0, 7)
}

export function addMonths(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7)
}

export function lastDayOf(month: string): string {
  return addDays(`${addMonths(month, 1)}-01`, -1)
}

/** The weeks of a month, Monday to Sunday; null where the day is of another month. */
export function weeksOf(month: string): (string | null)[][] {
  const weeks: (string | null)[][] = []
  for (let monday = mondayOf(`${month}-01`); monday <= lastDayOf(month); monday = addDays(monday, WEEK)) {
    const days = Array.from({ length: WEEK }, (_, index) => addDays(monday, index))
    weeks.push(days.map((day) => (monthOf(day) === month ? day : null)))
  }
  return weeks
}

function msOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10)
}
