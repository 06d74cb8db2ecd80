import { esPublicoEn, type CampoConocido, type CampoPoliticaPack } from '@conoceles/domain'
import type { PoliticaPublicacion } from './politica-publicacion.entity.ts'

/** Public fields with their ground and their first day, as anybody may read them. Identity answers stand in it too, as private. */
export function buildPoliticaPublica(
  { version, vigenteDesde, campos }: PoliticaPublicacion,
  { conocidos, hoy }: { conocidos: readonly CampoConocido[]; hoy: string },
): object {
  const rows = new Map(campos.map((each) => [each.campo, each]))
  return {
    version,
    vigenteDesde,
    campos: conocidos.map((conocido) => ({ ...conocido, ...rowOf(rows.get(conocido.campo) ?? SIN_NOMBRAR, hoy) })),
  }
}

type Row = Omit<CampoPoliticaPack, 'campo' | 'base' | 'fuente' | 'confianza'> & {
  [K in 'base' | 'fuente' | 'confianza']: CampoPoliticaPack[K] | null
}

/** A field that no policy names is private. */
const SIN_NOMBRAR: Row = { publico: false, base: null, fuente: null, confianza: null }

function rowOf(row: Row, hoy: string) {
  const { base, fuente, confianza, desde = null, hasta = null, sustento = null } = row
  return { publico: esPublicoEn(row, hoy), base, fuente, confianza, desde, hasta, sustento: sustento && sustentoOf(sustento) }
}

/** The papers themselves stay with the institute. */
function sustentoOf({ clase, numero, fecha, autoridad }: { clase: string; numero: string; fecha: string; autoridad: string | null }) {
  return { clase, numero, fecha, autoridad }
}
