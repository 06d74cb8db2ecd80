import { inOrder, type Gravedad, type Hallazgo } from './hallazgo.ts'

const MARK: Record<Gravedad, string> = { falla: 'FALLA', aviso: 'AVISO', bien: 'bien ' }

/** The diagnosis as one page for a terminal: what does not work first, each with its remedy. */
export function diagnosisLines(found: readonly Hallazgo[]): string[] {
  return [summary(found), '', ...inOrder(found).flatMap(lines)]
}

function summary(found: readonly Hallazgo[]): string {
  const count = (gravedad: Gravedad) => found.filter((each) => each.gravedad === gravedad).length
  const [fallas, avisos] = [count('falla'), count('aviso')]
  if (fallas + avisos === 0) return 'Todo lo que se revisó está bien.'
  return `Fallas: ${fallas}. Avisos: ${avisos}. Lo demás está bien.`
}

function lines({ asunto, gravedad, dice, remedio }: Hallazgo): string[] {
  return [`${MARK[gravedad]}  ${asunto}. ${dice}`, ...(remedio === null ? [] : [`       → ${remedio}`])]
}
