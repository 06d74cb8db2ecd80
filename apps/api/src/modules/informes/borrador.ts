import type { EntityManager } from 'typeorm'
import { parseJson } from '@conoceles/domain/typed'
import type { Asked } from '../../database/reader.ts'
import type { Clock } from '../../shared/clock.ts'
import { canonical, sha256 } from '../../shared/criptografia/canonical.ts'
import type { PdfDocument } from '../../shared/documentos/pdf/model.ts'
import type { Catalogos } from './datos/avance.ts'
import type { DatosInforme } from './datos/datos.ts'
import { congelarUnAvance, type Pedido } from './datos/congelar.ts'
import { FORMA, subtitulo, toDocumento } from './documento/documento.ts'
import { instanteEnPalabras } from '../../shared/documentos/fechas.ts'

interface Borrador {
  entregable: Pedido['entregable']
  procesos: Catalogos
  clock: Clock
  lector: Asked
  /** By clave of the part. */
  textos: ReadonlyMap<string, string>
}

/** The informe of an avance with the figures of now, which nobody froze: it claims no corte and offers no data to check it with. */
export async function borradorDeAvance(tx: EntityManager, { entregable, textos, ...fuentes }: Borrador): Promise<PdfDocument> {
  const datos = sinCorte(await congelarUnAvance(tx, entregable, fuentes))
  const document = toDocumento({ datos, sha256: sha256(canonical(datos)), textos, forma: FORMA })
  const al = instanteEnPalabras(datos.tomadoEn, datos.emisor.zona)
  const facts = (document.cover?.facts ?? []).filter(({ label }) => !DE_UN_CORTE.includes(label))
  const cover = document.cover && { ...document.cover, paragraphs: [], facts: [...facts, { label: 'Cifras', text: `al ${al}` }] }
  return { ...document, foot: `${subtitulo(datos)} · proyecto con cifras al ${al}`, ...(cover && { cover }) }
}

/** Facts of figures that were frozen: nobody finds those of a draft among the cortes of its informe. */
const DE_UN_CORTE: readonly string[] = ['Corte de los datos', 'Huella de los datos (SHA-256)']

/** Its notes say «el momento del corte», which only frozen figures have. */
function sinCorte(datos: DatosInforme): DatosInforme {
  return parseJson<DatosInforme>(JSON.stringify(datos).replaceAll('el momento del corte', 'el momento de las cifras'))
}
