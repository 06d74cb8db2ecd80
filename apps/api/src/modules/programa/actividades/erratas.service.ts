import { lugarDeCita, longDate } from '@conoceles/domain'
import type { ProcesosService } from '../../proceso/index.ts'
import { act, type Quien } from '../../../shared/act.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { Documentos } from '../../../shared/documentos/documentos.ts'
import { measureColumns } from '../../../shared/documentos/pdf/columns.ts'
import type { PdfDocument } from '../../../shared/documentos/pdf/model.ts'
import type { ErrataDto } from './actividades.dto.ts'
import type { ActividadesService } from './actividades.service.ts'
import { toErrata } from './board.ts'

interface Parts {
  procesos: ProcesosService
  actividades: ActividadesService
  documentos: Documentos
}

interface Membrete {
  instituto: string
  proceso: string
  simulacro: boolean
  hoy: string
  en: string
}

/** The slips of the pen in the programme, as a document that its organ can approve. */
export class ErratasService {
  constructor(
    private readonly deps: Deps,
    private readonly parts: Parts,
  ) {}

  async imprimir(quien: Quien): Promise<Buffer> {
    const { clock } = this.deps
    const { erratas, membrete } = await act(this.deps.databases, quien, async (tx) => {
      const { institutoNombre: instituto, nombre: proceso, simulacro } = await this.parts.procesos.proceso(tx)
      const { erratas = [] } = await this.parts.actividades.leerPrograma(tx)
      const en = clock.now().toString({ fractionalSecondDigits: 0 })
      return { erratas: erratas.map(toErrata), membrete: { instituto, proceso, simulacro, hoy: clock.today().toString(), en } }
    })
    return this.parts.documentos.pdf(toDocumento(erratas, membrete))
  }
}

const TITLES = ['Lugar', 'Dice', 'Debe decir', 'Por qué']

function toDocumento(erratas: readonly ErrataDto[], { instituto, proceso, simulacro, hoy, en }: Membrete): PdfDocument {
  const rows = erratas.map(({ cita, debeDecir, razon }) => [lugarDeCita(cita), cita.dice, debeDecir ?? 'El programa no lo aclara', razon])
  return {
    title: 'Fe de erratas del programa de trabajo',
    institute: instituto,
    proceso,
    foot: ['Fe de erratas del programa', ...(simulacro ? ['simulacro'] : [])].join(' · '),
    notice: simulacro ? 'Simulacro: no es un documento del instituto.' : null,
    createdAt: en,
    orientation: 'landscape',
    blocks: [
      { type: 'paragraph', text: INTRODUCCION },
      { type: 'table', columns: measureColumns(TITLES, rows, 'landscape'), rows },
      { type: 'paragraph', text: `Leído en el programa el ${longDate(hoy)}.` },
    ],
  }
}

const INTRODUCCION =
  'Estas erratas están en el texto del programa de trabajo. Ninguna cambia por sí sola un plazo: donde una fecha se contradice, decide una persona y su decisión consta en el calendario.'
