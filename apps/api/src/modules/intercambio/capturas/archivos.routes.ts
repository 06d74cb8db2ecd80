import type { FastifyInstance } from 'fastify'
import { plainKey } from '@conoceles/domain'
import { entriesOf, fieldsOf } from '@conoceles/domain/typed'
import { route, toDto } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { readForm } from '../../../shared/http/multipart.ts'
import { ArchivoCapturaDto, CamposArchivoCapturaDto, LeerArchivoCapturaDto } from './archivos.dto.ts'
import { MAX_BYTES, type ArchivosCapturaService } from './archivos.service.ts'

export function archivosCapturaRoutes(app: FastifyInstance, _deps: Deps, archivos: ArchivosCapturaService): void {
  route(
    app,
    ['POST', '/capturas/archivo'],
    {
      id: 'leerArchivoCaptura',
      etiqueta: 'Captura',
      permiso: 'captura.capturar',
      // A folder of files is read one after the other.
      limite: 120,
      rechaza: ['datos.bloqueados', 'entrada.archivo_invalido'],
      resumen: 'Lee respuestas escritas en un documento de Word, un libro de Excel o un CSV',
      descripcion:
        'Dice de quién es cada respuesta y de qué pregunta. No guarda nada, ni el archivo: cada sección se guarda después como cualquier otra. No lee respuestas del cuestionario de identidad.',
      multipart: LeerArchivoCapturaDto,
      respuesta: ArchivoCapturaDto,
    },
    async ({ quien, request }) => {
      const { fields, ...file } = await readForm(request, { archivo: 'archivo', maxBytes: MAX_BYTES })
      const { etiquetas } = await toDto(CamposArchivoCapturaDto, fields)
      return archivos.leer(quien, { ...file, etiquetas: saidOf(etiquetas) })
    },
  )
}

function saidOf(text: string | undefined): Map<string, string | null> {
  if (text === undefined) return new Map()
  return new Map(
    entriesOf(parsed(text)).flatMap(([etiqueta, campo]) =>
      typeof campo === 'string' || campo === null ? [[plainKey(etiqueta), campo] as const] : [],
    ),
  )
}

function parsed(text: string): Record<string, unknown> {
  try {
    return fieldsOf(JSON.parse(text))
  } catch {
    throw new AppError('entrada.invalida', { errors: [{ field: 'etiquetas', reasons: ['No es un objeto JSON.'] }] })
  }
}
