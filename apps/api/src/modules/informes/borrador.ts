import type { EntityManager } from 'typeorm'
import { parseJson } from '@conoceles/domain/typed'
import type { Asked } from '../../database/reader.ts'
import type { Clock } from '../../shared/clock.ts'
import { canonical, sha256 } from '../../shared/criptografia/canonical.ts'
import type { PdfDocument } from '../../shared/documentos/pdf/model.ts'
import type { Catalogos } from './datos/avance.ts'
import type { DatosInforme } from './datos/datos.ts'
import { papelSolo } from './papel.ts'
import { congelarUnAvance, type Pedido } from './datos/congelar.ts'
import { toDocumento } from './documento/documento.ts'

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
  const papel = papelSolo(await fuentes.procesos.proceso(tx))
  return toDocumento({ datos, sha256: sha256(canonical(datos)), textos, papel, proyecto: true })
}

/** Its notes say «el momento del corte», which only frozen figures have. */
function sinCorte(datos: DatosInforme): DatosInforme {
  return parseJson<DatosInforme>(
    JSON.stringify(datos).replaceAll('el momento del corte', 'el momento de las cifras').replaceAll('al corte', 'al momento de las cifras'),
  )
}
