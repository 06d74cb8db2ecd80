import type { EntityManager } from 'typeorm'
import { declarada, llenarPlantilla, membreteDe, parrafosDe, type DocumentoPlantilla, type TextosPlantilla } from '@conoceles/domain'
import { entriesOf } from '@conoceles/domain/typed'
import { act, type Quien } from '../../../shared/act.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { Documentos } from '../../../shared/documentos/documentos.ts'
import { conMarca, enPapel } from '../../../shared/documentos/institucional/papel.ts'
import type { PdfBlock, PdfDocument } from '../../../shared/documentos/pdf/model.ts'
import type { ProcesosService } from '../procesos.service.ts'
import type { PartePlantillaDto } from './plantillas.dto.ts'
import { textosDe } from './plantillas.service.ts'

/** The newest document of a kind, as it would read with these sentences; null: there is none yet. */
export type Muestra = (tx: EntityManager, textos: TextosPlantilla) => Promise<PdfDocument | null>

interface Services {
  procesos: ProcesosService
  documentos: Documentos
  /** Given by the chapters that write each document. */
  muestras: Record<DocumentoPlantilla, Muestra>
}

/** Sentences that somebody is writing, seen in a document: the newest real one, or the examples of the fields. */
export class VistasPlantillaService {
  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  async hacer(quien: Quien, documento: DocumentoPlantilla, partes: readonly PartePlantillaDto[]): Promise<Buffer> {
    const textos = textosDe(documento, partes)
    const { muestras, documentos } = this.services
    const seen = await act(this.deps.databases, quien, async (tx) => {
      return (await muestras[documento](tx, textos)) ?? (await this.ejemplo(tx, documento, textos))
    })
    return documentos.pdf(conMarca(seen, 'VISTA PREVIA'))
  }

  /** Each part under its name, with the examples of the fields. */
  private async ejemplo(tx: EntityManager, documento: DocumentoPlantilla, textos: TextosPlantilla): Promise<PdfDocument> {
    const { institutoNombre: instituto, nombre: proceso, catalogos } = await this.services.procesos.confirmado(tx)
    const { nombre, campos, partes } = declarada(documento)
    const examples = Object.fromEntries(entriesOf(campos).map(([campo, { ejemplo }]) => [campo, ejemplo]))
    const membrete = membreteDe(catalogos.membrete, { instituto, dia: this.deps.clock.today().toString() })
    const parts = entriesOf(partes).flatMap(([parte, { nombre: text }]): PdfBlock[] => [
      { type: 'heading', level: 2, text },
      ...parrafosDe(llenarPlantilla(textos[parte] ?? '', examples)).map((each): PdfBlock => ({ type: 'paragraph', text: each })),
    ])
    const blocks: PdfBlock[] = [
      { type: 'paragraph', text: 'Es un ejemplo: lleva datos de muestra, no los de un documento real.' },
      ...parts,
    ]
    return {
      ...{ title: nombre, institute: instituto, proceso, foot: nombre, notice: null, orientation: 'portrait', blocks },
      createdAt: this.deps.clock.now().toString(),
      membrete: enPapel(membrete, { encabezado: nombre, marcas: ['EJEMPLO'] }),
    }
  }
}
