import { novedadEnPalabras } from '@conoceles/domain'
import { cuantas } from '../../../../shared/documentos/fechas.ts'
import type { LineaRow } from '../../novedades/index.ts'
import { oneLine, type Carta } from '../carta.ts'
import type { Reglas } from '../situation.service.ts'

/** Message about all that happened in a span: how many of each kind, and no name nor text of a candidatura. */
export function toCartaResumen(lineas: readonly LineaRow[], saludo: string, { instituto, origen }: Reglas): Carta {
  const [first = '', ...others] = lineas.map((linea) => novedadEnPalabras(linea.tipo, linea))
  return {
    asunto: `Conóceles: ${first}${others.length === 0 ? '' : ` y ${cuantas(others.length, ['novedad más', 'novedades más'])}`}`,
    saludo: oneLine(saludo),
    partes: [
      { texto: 'Esto pasó con las candidaturas que usted sigue:' },
      { texto: [first, ...others].map((text) => `- ${text}.`).join('\n') },
      { enlace: 'Ver cuáles son', url: paginaNovedadesOf(origen) },
    ],
    pie: [
      { texto: `${oneLine(instituto)}. Mensaje automático del sistema «Candidatas y Candidatos, Conóceles».` },
      { enlace: 'Elegir qué novedades recibe por correo', url: paginaNovedadesOf(origen) },
    ],
  }
}

/** Page of the novedades, on which an account also chooses its mail. */
export function paginaNovedadesOf(origen: string): string {
  return `${origen}/consola/novedades`
}
