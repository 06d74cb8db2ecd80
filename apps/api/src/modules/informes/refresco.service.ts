import type { EntityManager } from 'typeorm'
import { judgeDocumento } from '../registro/index.ts'
import type { Acts } from '../bitacora/index.ts'
import { fileName } from '../intercambio/exportaciones/index.ts'
import { act, type Quien } from '../../shared/act.ts'
import { sha256 } from '../../shared/criptografia/canonical.ts'
import type { Deps } from '../../shared/deps.ts'
import type { Documentos } from '../../shared/documentos/documentos.ts'
import { fieldsOf } from '../../shared/documentos/docx/fields.ts'
import { refreshDocx, type DocxRefreshed } from '../../shared/documentos/docx/refresh-archive.ts'
import { AppError } from '../../shared/http/errors.ts'
import { ZipError } from '../../shared/archivos/unzip.ts'
import { DE_CORTE, DE_INFORME, toDocumento, type InformeArmado } from './documento/documento.ts'
import type { EmisionesInformeService } from './emisiones.service.ts'
import type { BorradorRefrescadoDto } from './informes.dto.ts'
import { listCortes } from './informes.queries.ts'
import type { InformesService } from './informes.service.ts'
import { nombrarCampos } from './documento/campos-en-palabras.ts'

interface Services {
  informes: InformesService
  emisiones: EmisionesInformeService
  documentos: Documentos
  acts: Acts
}

/** A draft that members wrote on, with the figures of another emission and everything of theirs as they left it. Nothing of it is kept. */
export class RefrescoInformeService {
  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  async refrescar(
    quien: Quien,
    { clave, numero, nombre, contenido }: { clave: string; numero: number; nombre: string; contenido: Buffer },
  ): Promise<BorradorRefrescadoDto> {
    const { armado, cortes } = await act(this.deps.databases, quien, async (tx) => ({
      armado: (await this.services.emisiones.emitida(tx, clave, numero)).armado,
      cortes: await this.cortesDe(tx, clave),
    }))
    const judged = await judgeDocumento(nombre, contenido)
    if ('razon' in judged) throw refuse(judged.razon)
    if (judged.formato !== 'docx') throw refuse('El borrador debe ser el DOCX que se descargó de una emisión.')
    const fresh = await this.services.documentos.docx(toDocumento(armado))
    const refreshed = await refresh(contenido, { armado, cortes, fresh })
    const { bytes, deCorte, ...told } = refreshed
    await this.services.acts.recordReading(quien, {
      acto: 'informe.borrador_refrescado',
      objeto: { tipo: 'informe', id: clave },
      detalle: { numero, antes: sha256(contenido), ahora: sha256(bytes) },
    })
    return {
      nombre: `${fileName(['informe', clave, `borrador con cifras de la emision ${numero}`])}.docx`,
      contenido: bytes.toString('base64'),
      deCorte,
      actualizadas: told.refreshed.size,
      iguales: told.same.size,
      aMano: nombrarCampos(armado.datos, told.byHand),
      yaNoEstan: nombrarCampos(armado.datos, told.gone),
      noEstaban: nombrarCampos(armado.datos, told.absent),
    }
  }

  /** Numbers of the cuts of an informe by the hash of their frozen data. */
  private async cortesDe(tx: EntityManager, clave: string): Promise<Map<string, number>> {
    const { lugar } = await this.services.informes.locate(tx, clave)
    return new Map((await listCortes(tx, lugar)).map((corte) => [corte.sha256, corte.numero]))
  }
}

async function refresh(
  contenido: Buffer,
  { armado, cortes, fresh }: { armado: InformeArmado; cortes: ReadonlyMap<string, number>; fresh: Buffer },
): Promise<DocxRefreshed & { deCorte: number }> {
  // As it is laid out now: a draft of an older form has no fields, and says so below.
  const document = toDocumento(armado)
  const values = new Map([...(document.properties ?? []), ...fieldsOf(document)].map(({ name, value }) => [name, value]))
  let deCorte = 0
  const judge = (properties: ReadonlyMap<string, string>): void => {
    const informe = properties.get(DE_INFORME)
    if (informe === undefined)
      throw refuse(
        'El documento no dice de qué informe es: no se descargó de aquí, o se emitió antes de que sus cifras se pudieran actualizar.',
      )
    if (informe !== armado.datos.entregable.clave) throw refuse(`El documento es de otro informe: el de la actividad ${informe}.`)
    const corte = cortes.get(properties.get(DE_CORTE) ?? '')
    if (corte === undefined) throw refuse('Las cifras del documento son de un corte que este sistema no tiene.')
    deCorte = corte
  }
  try {
    const refreshed = await refreshDocx(contenido, values, { judge, fresh })
    if ('external' in refreshed)
      throw refuse(`El documento pide algo de fuera al abrirse (${refreshed.external}). Quítelo y vuelva a guardarlo.`)
    return { ...refreshed, deCorte }
  } catch (error) {
    if (error instanceof ZipError) throw refuse('El documento está dañado y no se puede leer. Vuelva a guardarlo.')
    throw error
  }
}

function refuse(detail: string): AppError {
  return new AppError('entrada.archivo_invalido', { detail })
}
