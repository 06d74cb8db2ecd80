import { enFemenino, localDay, longDate, membreteDe } from '@conoceles/domain'
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
  /** Sheets of the copy; null: nobody counted them. */
  fojas: number | null
  firma: { nombre: string; cargo: string }
  /** Instant of the certification. */
  ahora: string
}

/** A copy that agrees with its original, said by whoever has the charge on the day. It is drafted here, and holds once it is signed. */
export function toCertificacion(certificado: Certificado): PdfDocument {
  const { emisor, documento, que, aprobacion, firma, ahora } = certificado
  const { instituto, proceso, simulacro, zona, membrete } = emisor
  const dia = localDay(ahora, zona)
  const document: PdfDocument = {
    ...{ title: 'CERTIFICACIÓN', institute: instituto, proceso, foot: 'Certificación', notice: null, createdAt: ahora, orientation: 'portrait' },
    membrete: enPapel(membreteDe(membrete, { instituto, dia }), {
      encabezado: 'Certificación',
      marcas: simulacro ? ['SIMULACRO, sin valor legal'] : [],
    }),
    blocks: [
      { type: 'paragraph', text: openingOf(certificado) },
      { type: 'lines', align: 'center', strong: true, keep: true, lines: ['C E R T I F I C A'] },
      { type: 'paragraph', text: `Que la presente copia, constante de ${fojasText(certificado)}, concuerda fielmente con el original de ${que}, que obra en el expediente del Sistema "Candidatas y Candidatos, Conóceles" de este Instituto y que tuve a la vista.` },
      ...(aprobacion === '' ? [] : [{ type: 'paragraph' as const, text: aprobacion }]),
      { type: 'paragraph', text: 'La huella del archivo del que se sacó la copia se lee en la constancia de integridad que acompaña a esta certificación.' },
      { type: 'paragraph', keep: true, text: `Lo que se certifica ${emisor.lugar === null ? '' : `en ${emisor.lugar}, `}a ${longDate(dia)}. Doy fe.` },
      { type: 'signatures', signers: [lineas(firma)] },
      ...constanciaOf({ facts: [{ label: 'Documento certificado', text: documento.nombre }], archivos: [documento] }),
    ],
  } // prettier-ignore
  return faltasDePapel(document).length > 0 ? conMarca(document, 'BORRADOR') : document
}

function openingOf({ emisor, firma: { nombre, cargo } }: Certificado): string {
  const who = nombre === '' ? `Quien suscribe, titular de la ${cargo}` : `Quien suscribe, ${nombre}, ${cargo}`
  return `${who} del ${emisor.instituto}, con fundamento en [Cite los artículos que facultan para certificar: no se hallaron en una fuente del instituto.],`
}

function fojasText({ fojas }: Certificado): string {
  if (fojas === null) return '[Escriba cuántas fojas útiles tiene la copia.]'
  return fojas === 1 ? '1 (una) foja útil' : `${fojas} (${enFemenino(fojas)}) fojas útiles`
}
