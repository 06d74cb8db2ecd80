// How the bench tells what it measured, each figure beside its goal.

/** A measured answer beside a bare one of its size, asked in the same `rounds`. */
export function printBeside(rows, { bytes, what, goal, rounds: { rounds, seconds } }) {
  const [bare, own] = rows
  console.log(`\n32 connections, medians of ${rounds} turns of ${seconds} s, ${bytes} bytes of body as they travel:`)
  console.table(rows.map(({ name, perSecond, p99 }) => ({ answer: name, 'requests/s': Math.round(perSecond), 'p99 ms': p99 })))
  judge(`p99 of ${what} over bare Fastify`, own.p99 / bare.p99, (value) => value <= goal, `≤ ${goal}`)
}

export function judge(what, value, isGood, goal) {
  console.log(`${isGood(value) ? '✓' : '✗'} ${what}: ${value.toFixed(2)} (goal ${goal})`)
}

export function ratio(value, base) {
  return (value / base).toFixed(2)
}
