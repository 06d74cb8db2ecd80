import type { Encargo } from './encargos.ts'
import { minimoDe, type ReglasSesionPack } from './reglas.ts'

/** Whether an organ may sit, and why not. */
export interface Quorum {
  hay: boolean
  /** Members with vote who hold office on the day, how many of them it takes, and how many are there. */
  conVoto: number
  necesarios: number
  presentes: number
  razones: string[]
}

/** Whether those who are there are enough for the rule of the organ. */
export function quorumDe(
  { quorum }: Pick<ReglasSesionPack, 'quorum'>,
  integrantes: readonly { voto: boolean; ejerce: Encargo; presente: boolean }[],
): Quorum {
  const voters = integrantes.filter(({ voto }) => voto)
  const presentes = voters.filter(({ presente }) => presente).length
  const necesarios = minimoDe(voters.length, quorum.masDe)
  const presided = integrantes.some(({ ejerce, presente }) => ejerce === 'presidencia' && presente)
  const razones = [
    ...(voters.length === 0 ? ['Nadie con voto integra el órgano ese día: registre antes a sus integrantes.'] : []),
    ...(voters.length > 0 && presentes < necesarios ? [`Con voto hay ${presentes}, y el quórum pide ${necesarios}.`] : []),
    ...(quorum.presidencia && !presided ? ['Falta quien presida.'] : []),
  ]
  return { hay: razones.length === 0, conVoto: voters.length, necesarios, presentes, razones }
}
