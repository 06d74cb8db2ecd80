import type { FastifyInstance } from 'fastify'
import { act } from '../../shared/act.ts'
import { route } from '../../shared/contract.ts'
import type { Deps } from '../../shared/deps.ts'
import { ListBitacoraDto, ListBitacoraQueryDto, type ActoBitacoraDto } from './bitacora.dto.ts'
import type { ActoLeido, FiltroBitacora, LecturaBitacoraService } from './lectura.service.ts'

export interface Auditoria {
  lectura: LecturaBitacoraService
}

export function auditoriaRoutes(app: FastifyInstance, { databases }: Deps, { lectura }: Auditoria): void {
  route(
    app,
    ['GET', '/bitacora'],
    {
      id: 'listBitacora',
      resumen: 'Actos de la bitácora, con sus palabras y por ellas',
      descripcion: 'Una búsqueda de palabras poco frecuentes puede traer menos de 50 actos y seguir en `siguiente`.',
      etiqueta: 'Bitácora',
      permiso: 'bitacora.ver',
      query: ListBitacoraQueryDto,
      respuesta: ListBitacoraDto,
    },
    async ({ query, quien }) => {
      const { actos, siguiente } = await act(databases, quien, (tx) => lectura.list(tx, quien, { ...ANY, ...query }))
      return { elementos: actos.map(toDto), siguiente: siguiente === null ? null : String(siguiente) }
    },
  )
}

const ANY: FiltroBitacora = {
  ...{ despues: null, desde: null, hasta: null, materia: null, acto: null },
  ...{ cuentaId: null, objetoId: null, cuenta: null, sobre: null, texto: null },
}

function toDto({ row, contenido, palabras }: ActoLeido): ActoBitacoraDto {
  const { en, sistema, acto, rol, cuenta, objeto, detalle } = contenido
  return { n: row.n, en, sistema, acto, rol, cuenta, objeto, detalle, palabras, hash: row.hash }
}
