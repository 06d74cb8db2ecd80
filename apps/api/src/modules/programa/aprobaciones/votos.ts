import { localDay, razonesContraVoto, type MateriaVotada } from '@conoceles/domain'
import type { VotoDeMateriaDto, VotoElegibleDto } from './aprobaciones.dto.ts'
import type { Votado } from './votos.queries.ts'

export type VotoDeMateria = VotoDeMateriaDto

interface Alrededor {
  zona: string
  organos: readonly { clave: string; nombre: string }[]
}

/** Votes, each with its gaps as approval of a draft; those without gaps first. */
export function elegibles(votados: readonly Votado[], materia: MateriaVotada, alrededor: Alrededor): VotoElegibleDto[] {
  const all = votados.map((votado) => ({ ...aprobacionPor(votado, alrededor), faltas: razonesContraVoto(votado, materia) }))
  return [...all].sort((a, b) => Number(a.faltas.length > 0) - Number(b.faltas.length > 0))
}

/** How an approval names the vote by which it came. */
export function aprobacionPor(
  { organo, sesion, sesionNombre, puntoId, titulo, votadoEn }: Votado,
  { zona, organos }: Alrededor,
): VotoDeMateria {
  const nombre = organos.find(({ clave }) => clave === organo)?.nombre ?? organo
  return { organo: nombre, sesion, sesionNombre, puntoId, titulo, votadoEn, fecha: localDay(votadoEn, zona) }
}
