import { Type } from 'class-transformer'
import { IsNumber } from 'class-validator'
import { JSONSchema } from 'class-validator-jsonschema'
import { AcuseDto } from '../../bitacora/index.ts'
import { Archivo, Fecha, Instante, Objeto, Opcion, Texto, Uuid } from '../../../shared/validacion/fields.ts'
import { TAMANOS, type Tamano } from './fotografia.ts'

/** Rectangle in fractions of the picture as it is seen; its limits are the re-encoder's to judge. */
export class RecorteDto {
  @Fraccion('Borde izquierdo.') x: number
  @Fraccion('Borde superior.') y: number
  @Fraccion('Ancho.') ancho: number
  @Fraccion('Alto.') alto: number
}

export class DatosFotografiaDto {
  @Texto({ descripcion: 'Lo que se ve, para quien no la ve.', min: 5, max: 200, ejemplo: 'Retrato de frente, con fondo claro.' })
  textoAlternativo: string
  @Fecha({ descripcion: 'Día en que se tomó: no hace más de tres meses.', ejemplo: '2024-03-30' }) tomadaEn: string
  @Objeto(() => RecorteDto, {
    descripcion: 'Parte que se conserva, en fracciones de 0 a 1 y como texto JSON; si falta, el centro.',
    opcional: true,
  })
  recorte?: RecorteDto
}

export class GuardarFotografiaDto extends DatosFotografiaDto {
  @Archivo({ descripcion: 'JPEG, PNG o WebP de hasta 5 MB y 25 millones de pixeles. Se vuelve a codificar sin metadatos.' }) archivo: string
}

export class FotografiaGuardadaDto {
  @Texto({ descripcion: 'Huella de la imagen que se conserva.' }) sha256: string
  @Texto({ descripcion: 'Texto alternativo.' }) textoAlternativo: string
  @Fecha({ descripcion: 'Día en que se tomó.' }) tomadaEn: string
  @Instante({ descripcion: 'Hora del servidor.' }) guardadaEn: string
  @Objeto(() => AcuseDto, { descripcion: 'Acuse.' }) acuse: AcuseDto
}

export class FotografiaParamsDto {
  @Uuid({ descripcion: 'Candidatura.' }) id: string
  @Opcion(TAMANOS, { descripcion: 'Tamaño.' }) tamano: Tamano
}

export class FotografiaQueryDto {
  @Texto({ descripcion: 'Huella de una anterior de la misma candidatura.', opcional: true, max: 64, patron: /^[0-9a-f]{64}$/ })
  huella?: string
}

function Fraccion(description: string): PropertyDecorator {
  const decorators = [Type(() => Number), IsNumber(), JSONSchema({ type: 'number', description }) as PropertyDecorator]
  return (target, key) => {
    for (const decorate of decorators) decorate(target, key)
  }
}
