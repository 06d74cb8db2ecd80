import {
  enFemenino,
  escrita,
  localDay,
  longDate,
  membreteDe,
  parrafosDe,
  type CamposDe,
  type ParteDe,
  type Plantilla,
} from '@conoceles/domain'
import type { DocumentoDto } from '../../registro/index.ts'
import { conMarca, constanciaOf, enPapel, faltasDePapel } from '../../../shared/documentos/institucional/papel.ts'
import type { PdfDocument } from '../../../shared/documentos/pdf/model.ts'
import type { EmisorPapel } from '../sesiones/index.ts'
import { lineas } from './firmas.ts'

export interface Certificado {
  emisor: EmisorPapel
  documento: DocumentoDto
  /** "el acuerdo X, del 2 de septiembre de 2023": what the copy is of. */
  que: string
  /** Its approvals, as a sentence; blank: it says so itself. */
  aprobacion: string
  /** How its file came to be, where the system cannot answer for its marks; null: nothing to tell. */
  origen: string | null
  /** Sheets of the copy; null: nobody counted them. */
  fojas: number | null
  firma: { nombre: string; cargo: string }
  plantilla: Plantilla<'certificacion'>
  /** Instant of the certification. */
  ahora: string
}

/** A copy that agrees with its original, said by whoever has the charge on the day. It is drafted here, and holds once it is signed. */
export function toCertificacion(certificado: Certificado): PdfDocument {
  const { emisor, documento, aprobacion, origen, firma, ahora, plantilla } = certificado
  const { instituto, proceso, simulacro, zona, membrete } = emisor
  const dia = localDay(ahora, zona)
  const campos = camposOf(certificado, dia)
  const said = (parte: ParteDe<'certificacion'>) =>
    parrafosDe(escrita(plantilla, parte, campos)).map((text) => ({ type: 'paragraph' as const, text }))
  const document: PdfDocument = {
    ...{ title: 'CERTIFICACIÓN', institute: instituto, proceso, foot: 'Certificación', notice: null, createdAt: ahora, orientation: 'portrait' },
    membrete: enPapel(membreteDe(membrete, { instituto, dia }), {
      encabezado: 'Certificación',
      marcas: simulacro ? ['SIMULACRO, sin valor legal'] : [],
    }),
    blocks: [
      ...said('apertura'),
      { type: 'lines', align: 'center', strong: true, keep: true, lines: ['C E R T I F I C A'] },
      ...said('cuerpo'),
      ...(aprobacion === '' ? [] : [{ type: 'paragraph' as const, text: aprobacion }]),
      ...said('huella'),
      ...said('cierre').map((each) => ({ ...each, keep: true as const })),
      { type: 'signatures', signers: [lineas(firma)] },
      ...constanciaOf({ facts: [{ label: 'Documento certificado', text: documento.nombre }, ...(origen === null ? [] : [{ label: 'Origen', text: origen }])], archivos: [documento] }),
    ],
  } // prettier-ignore
  return faltasDePapel(document).length > 0 ? conMarca(document, 'BORRADOR') : document
}

function camposOf({ emisor, que, firma: { nombre, cargo }, fojas }: Certificado, dia: string): CamposDe<'certificacion'> {
  return {
    quien: nombre === '' ? `Quien suscribe, titular de la ${cargo}` : `Quien suscribe, ${nombre}, ${cargo}`,
    instituto: emisor.instituto,
    fojas: fojasText(fojas),
    original: que,
    ciudad: emisor.lugar === null ? '' : `en ${emisor.lugar}, `,
    dia: longDate(dia),
  }
}

function fojasText(fojas: number | null): string {
  if (fojas === null) return '[Escriba cuántas fojas útiles tiene la copia.]'
  return fojas === 1 ? '1 (una) foja útil' : `${fojas} (${enFemenino(fojas)}) fojas útiles`
}
