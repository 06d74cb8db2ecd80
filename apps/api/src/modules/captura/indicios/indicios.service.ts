import type { EntityManager } from 'typeorm'
import { preguntaDe, seccionesDe, type Respuestas } from '@conoceles/cuestionarios'
import { indiciosDe, PARECIDO_MINIMO, textoIndicio, type TipoIndicio } from '@conoceles/domain'
import { AppError } from '../../../shared/http/errors.ts'
import { findCaptura } from '../secciones/captura.queries.ts'
import type { IndicioDto, ListIndiciosDto } from './indicios.dto.ts'
import { Seccion } from '../secciones/seccion.entity.ts'
import type { CuestionariosVigentes } from '../vigentes/vigentes.ts'
import { readRows } from '../../../database/rows.ts'

/** Hints about the captured texts; identity answers are not looked at. */
export class IndiciosService {
  constructor(private readonly vigentes: CuestionariosVigentes) {}

  async list(tx: EntityManager, candidaturaId: string): Promise<ListIndiciosDto> {
    // Row-level security decides whose it is; the function that compares texts would answer for any.
    const captura = await findCaptura(tx, candidaturaId, 'read')
    if (!captura) throw new AppError('ruta.no_existe')
    const curricular = (await this.vigentes.deCaptura(tx, captura)).find(({ row }) => row.tipo === 'curricular')
    if (!curricular) return { elementos: [] }
    const rows = await tx.findBy(Seccion, { candidaturaId, cuestionarioId: curricular.row.id })
    const respuestas: Respuestas = Object.assign({}, ...rows.map((row) => row.respuestas ?? {}))
    const parecidas = await findParecidas(tx, candidaturaId)
    const elementos = seccionesDe(curricular.compiled).flatMap(({ clave, campos }) =>
      campos.flatMap((pregunta): IndicioDto[] => {
        const titulo = preguntaDe(curricular.compiled, pregunta)?.title ?? pregunta
        const tipos = tiposOf({ respuesta: respuestas[pregunta], parecida: parecidas.has(pregunta) })
        return tipos.map((tipo) => ({ seccion: clave, pregunta, titulo, tipo, texto: textoIndicio(tipo) }))
      }),
    )
    return { elementos }
  }
}

/** Hints about an answer that the account may read: for other answers not even likeness is told. */
function tiposOf({ respuesta, parecida }: { respuesta: unknown; parecida: boolean }): TipoIndicio[] {
  const text = [respuesta]
    .flat()
    .filter((each) => typeof each === 'string')
    .join('\n')
  return [...indiciosDe(text), ...(parecida && text !== '' ? (['texto_parecido'] as const) : [])]
}

async function findParecidas(tx: EntityManager, candidaturaId: string): Promise<Set<string>> {
  const rows = await readRows<{
    pregunta: string
  }>(tx, 'select pregunta from captura.preguntas_parecidas($1, $2)', [candidaturaId, PARECIDO_MINIMO])
  return new Set(rows.map(({ pregunta }) => pregunta))
}
