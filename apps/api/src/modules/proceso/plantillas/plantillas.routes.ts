import type { FastifyInstance } from 'fastify'
import { act } from '../../../shared/act.ts'
import type { Deps } from '../../../shared/deps.ts'
import { idempotencyKey, route } from '../../../shared/http/contract.ts'
import { DocumentoParamsDto, GuardarPlantillaDto, ListPlantillasDto, PlantillaDto, TextosPlantillaDto } from './plantillas.dto.ts'
import type { PlantillasService } from './plantillas.service.ts'
import type { VistasPlantillaService } from './vista-previa.ts'

export interface Plantillas {
  plantillas: PlantillasService
  vistas: VistasPlantillaService
}

const ETIQUETA = 'Plantillas'

export function plantillasRoutes(app: FastifyInstance, { databases }: Deps, { plantillas, vistas }: Plantillas): void {
  route(
    app,
    ['GET', '/plantillas'],
    {
      id: 'listPlantillas',
      resumen: 'El texto de los documentos del Instituto, con sus versiones',
      etiqueta: ETIQUETA,
      permiso: 'plantillas.ver',
      respuesta: ListPlantillasDto,
    },
    ({ quien }) => act(databases, quien, async (tx) => ({ elementos: await plantillas.list(tx) })),
  )
  route(
    app,
    ['POST', '/plantillas/:documento'],
    {
      id: 'guardarPlantilla',
      resumen: 'Guarda otra versión del texto de un documento',
      descripcion: 'Con Idempotency-Key. Los documentos ya emitidos no cambian.',
      etiqueta: ETIQUETA,
      permiso: 'plantillas.administrar',
      rechaza: ['idempotencia.contenido_distinto', 'plantilla.acto_no_permitido', 'plantilla.version_distinta'],
      params: DocumentoParamsDto,
      body: GuardarPlantillaDto,
      respuesta: PlantillaDto,
      estatus: 201,
    },
    ({ params: { documento }, body, quien, request }) => plantillas.guardar(quien, documento, { body, clave: idempotencyKey(request) }),
  )
  route(
    app,
    ['POST', '/plantillas/:documento/vista-previa'],
    {
      id: 'previewPlantilla',
      resumen: 'Cómo se leería el documento más reciente con este texto',
      descripcion: 'Si todavía no hay un documento, con los ejemplos de los campos.',
      etiqueta: ETIQUETA,
      permiso: 'plantillas.administrar',
      rechaza: ['servicio.ocupado'],
      params: DocumentoParamsDto,
      body: TextosPlantillaDto,
      respuesta: 'bytes',
      medio: 'application/pdf',
    },
    async ({ params: { documento }, body, quien, reply }) => {
      void reply.headers({ 'content-type': 'application/pdf', 'content-disposition': `inline; filename="vista-previa-${documento}.pdf"` })
      return vistas.hacer(quien, documento, body.partes)
    },
  )
}
