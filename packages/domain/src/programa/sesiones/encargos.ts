import type { Sourced } from '../../base/sourced.ts'

/** Charge in an organ. Not `cargo`, which is the elective office. */
export const ENCARGOS = [
  'presidencia',
  'integrante',
  'secretaria_ejecutiva',
  'coadyuvante',
  'secretaria_tecnica',
  'encargado_despacho',
] as const
export type Encargo = (typeof ENCARGOS)[number]

/** A charge as the pack tells it, with where it says so. */
export interface IntegracionPack extends Sourced {
  clave: string
  /** Clave of the organ. */
  organo: string
  nombre: string
  /** Post in the institute, as printed: "Consejera Estatal Electoral". */
  puesto: string | null
  encargo: Encargo
  voto: boolean
  /** First and last day in office, ISO 8601. */
  desde: string
  hasta: string | null
  /** Clave of the charge that it stands in for. */
  suple: string | null
  /** Number of the acuerdo that gave it. */
  documento: string | null
  /** Question that its source leaves open. */
  nota: string | null
}
