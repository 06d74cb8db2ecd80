import type { EntityManager } from 'typeorm'
import { cambiosInforme, type CambioTexto } from '@conoceles/domain'
import { act, type Quien } from '../../../shared/act.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { Documentos } from '../../../shared/documentos/documentos.ts'
import { measureColumns } from '../../../shared/documentos/pdf/columns.ts'
import type { PdfBlock, PdfDocument } from '../../../shared/documentos/pdf/model.ts'
import { fileName, type Descarga } from '../../intercambio/exportaciones/index.ts'
import { subtitulo, tituloDe } from '../documento/documento.ts'
import type { EmisionesInformeService } from '../emisiones.service.ts'
import type { CambiosInformeDto } from '../informes.dto.ts'

interface Par {
  clave: string
  de: number
  a: number
}

/** Differences between two emissions. */
export class CambiosInformeService {
  constructor(
    private readonly deps: Deps,
    private readonly services: { emisiones: EmisionesInformeService; documentos: Documentos },
  ) {}

  async comparar(tx: EntityManager, { clave, de, a }: Par): Promise<CambiosInformeDto> {
    const { emisiones } = this.services
    const antes = (await emisiones.emitida(tx, clave, de)).armado
    const ahora = (await emisiones.emitida(tx, clave, a)).armado
    const side = ({ datos, textos }: typeof antes) => ({ tablas: datos.tablas, textos })
    return { de, a, ...cambiosInforme(ahora.datos.clase, side(antes), side(ahora)) }
  }

  /** The same to be read in the meeting. */
  async documento(quien: Quien, par: Par): Promise<Descarga> {
    const document = await act(this.deps.databases, quien, async (tx) => {
      const cambios = await this.comparar(tx, par)
      const { datos } = (await this.services.emisiones.emitida(tx, par.clave, par.a)).armado
      return toDocumento(cambios, datos)
    })
    const nombre = `${fileName(['cambios', par.clave, `emision ${par.de} a ${par.a}`])}.pdf`
    return { nombre, medio: 'application/pdf', contenido: await this.services.documentos.pdf(document) }
  }
}

type Datos = Parameters<typeof tituloDe>[0]

function toDocumento({ de, a, cifras, textos }: CambiosInformeDto, datos: Datos): PdfDocument {
  const rows = cifras.map(({ tabla, fila, columna, antes, ahora }) => [tabla, `${fila}: ${columna}`, antes ?? 'No estaba', ahora ?? 'Ya no está'])
  return {
    title: `Cambios de la emisión ${de} a la ${a}`,
    institute: datos.emisor.instituto.nombre,
    proceso: datos.emisor.proceso,
    foot: `${tituloDe(datos)} · ${subtitulo(datos)}`,
    notice: datos.emisor.simulacro ? 'Simulacro: las cifras son ficticias.' : null,
    createdAt: datos.tomadoEn,
    orientation: 'portrait',
    blocks: [
      { type: 'heading', level: 2, text: 'Cifras' },
      ...(rows.length === 0
        ? [{ type: 'paragraph' as const, text: 'Ninguna cifra cambió.' }]
        : [{ type: 'table' as const, columns: measureColumns(TITLES, rows, 'portrait'), rows }]),
      { type: 'heading', level: 2, text: 'Textos' },
      ...(textos.length === 0 ? [{ type: 'paragraph' as const, text: 'Ningún texto cambió.' }] : textos.flatMap((each) => bloques(each))),
    ],
  }
} // prettier-ignore

const TITLES = ['Tabla', 'Cifra', `Antes`, 'Ahora']

function bloques({ titulo, parrafos }: CambioTexto): PdfBlock[] {
  const items = parrafos
    .filter(({ kind }) => kind !== 'same')
    .map(({ segments }) => {
      const of = (wanted: string) => segments.flatMap(({ kind, text }) => (kind === 'same' || kind === wanted ? [text] : [])).join('')
      const [antes, ahora] = [of('removed').trim(), of('added').trim()]
      return [antes === '' ? '' : `Decía: ${antes}`, ahora === '' ? '' : `Dice: ${ahora}`].filter((text) => text !== '').join(' — ')
    })
  return [
    { type: 'heading', level: 3, text: titulo },
    { type: 'list', ordered: false, items },
  ]
}
