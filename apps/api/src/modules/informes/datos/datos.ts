import type { ClaseInforme } from '@conoceles/domain'
import type { Emisor } from '../../intercambio/exportaciones/index.ts'
import type { Congelado } from '../momento.ts'

/** Everything that a document of an informe is made from, but for the texts that people wrote: it names no persona. */
export interface DatosInforme extends Congelado {
  clase: ClaseInforme
  /** Version of the questions asked of the data. */
  consulta: number
  emisor: Emisor
  /** The entregable that it is: clave, number and name of its actividad, month when it has one. */
  entregable: { clave: string; numero: string; nombre: string; mes: string | null }
  /** Organ that is to approve it. */
  organo: string
  /** Its article; absent in a cut that was taken before the pack said it. */
  articulo?: 'el' | 'la'
  tomadoEn: string
  /** The newest public corte, with the hash of its signed head; null before the first. */
  cortePublico: { numero: number; en: string; sha256: string } | null
}
