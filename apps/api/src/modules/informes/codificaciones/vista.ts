import type { TextoDeOtra } from '@conoceles/cuestionarios'
import type { ResultadoCodificacion } from '@conoceles/domain'
import { toIso } from '../../../shared/clock.ts'
import type { Codificacion } from './codificacion.entity.ts'
import type { CodificacionDetalleDto, CodificacionDto, ResultadoCodificacionDto } from './codificaciones.dto.ts'
import type { PlazaCodificacion } from './plaza.entity.ts'

export interface Visto {
  pregunta: TextoDeOtra
  codificacion: Codificacion | undefined
  plazas: readonly PlazaCodificacion[]
  cuentaId: string
}

/** How far a coding is: of those who code, whether they finished, and neither who they are nor how many texts there are. */
export function toCodificacion({ pregunta, codificacion, plazas, cuentaId }: Visto): CodificacionDto {
  const { campo, titulo, tituloDe, opcion, seccion } = pregunta
  const { estatus, intento, ...cuando } = codificacion ?? NADIE
  return {
    ...{ pregunta: campo, titulo, tituloDe, opcion, seccion, estatus, intento },
    sinTextosEn: cuando.sinTextosEn && toIso(cuando.sinTextosEn),
    abiertaEn: cuando.abiertaEn && toIso(cuando.abiertaEn),
    cerradaEn: cuando.cerradaEn && toIso(cuando.cerradaEn),
    plazas: plazas.map((plaza) => ({
      numero: plaza.numero,
      propia: plaza.cuentaId === cuentaId,
      terminada: plaza.terminadaEn !== null,
    })),
  }
}

/** Nobody wrote its codebook yet. */
const NADIE: Pick<Codificacion, 'estatus' | 'intento' | 'sinTextosEn' | 'abiertaEn' | 'cerradaEn'> = {
  estatus: 'borrador',
  intento: 0,
  sinTextosEn: null,
  abiertaEn: null,
  cerradaEn: null,
}

export function toDetalle(visto: Visto, necesarios: number | null): CodificacionDetalleDto {
  const { codificacion } = visto
  return {
    ...toCodificacion(visto),
    necesarios,
    version: codificacion?.version ?? 0,
    categorias: codificacion?.categorias ?? [],
    resultado: codificacion?.resultado ? toResultado(codificacion.resultado, codificacion) : null,
  }
}

function toResultado(
  { contados, categorias, reunidas, acuerdo }: ResultadoCodificacion,
  { categorias: libro }: Codificacion,
): ResultadoCodificacionDto {
  const known = new Map(libro.map((categoria) => [categoria.clave, categoria]))
  return {
    contados,
    categorias: categorias.flatMap(({ clave, cuantas }) => {
      const categoria = known.get(clave)
      return categoria ? [{ ...categoria, ...cuantas }] : []
    }),
    reunidas: reunidas.map((clave) => known.get(clave)?.nombre ?? clave),
    acuerdo: acuerdo && { porcentaje: acuerdo.porcentaje, kappa: acuerdo.kappa === null ? null : acuerdo.kappa.toFixed(1) },
  }
}
