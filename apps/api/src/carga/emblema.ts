import sharp from 'sharp'
import { isConfirmada, type ActorPoliticoPack } from '@conoceles/domain'

/** Limits on the file that the institute gives. */
const LARGEST_FILE = 200_000
const LARGEST_PIXELS = 4_000 * 4_000
/** Twice the box in which a page shows it. */
const WIDTH = 168
const HEIGHT = 112
/** Emblems are on each row of a list. */
const LARGEST_PICTURE = 12_000

/** Sentences of a file that no emblem can be made of. */
export class EmblemaError extends Error {}

/**
 * The emblem of an actor as a picture of one size for all; null: it has none, or nobody confirmed it. Only pixels are kept, so that no script,
 * link or text of an SVG reaches a page. Throws EmblemaError where the file is no picture, or too large.
 */
export async function pictureOf({ clave, emblema }: Pick<ActorPoliticoPack, 'clave' | 'emblema'>): Promise<Buffer | null> {
  if (!emblema || !isConfirmada(emblema.confianza)) return null
  const file = Buffer.from(emblema.contenido, 'base64')
  if (file.length > LARGEST_FILE) throw new EmblemaError(`the emblem of ${clave} has more than ${LARGEST_FILE} bytes`)
  const picture = await sharp(file, { limitInputPixels: LARGEST_PIXELS })
    .resize(WIDTH, HEIGHT, { fit: 'contain', background: '#fff' })
    .flatten({ background: '#fff' })
    .webp({ quality: 82 })
    .toBuffer()
    .catch((cause: unknown) => {
      throw new EmblemaError(`the emblem of ${clave} cannot be read as a picture`, { cause })
    })
  if (picture.length > LARGEST_PICTURE)
    throw new EmblemaError(`the emblem of ${clave} takes more than ${LARGEST_PICTURE} bytes as a picture`)
  return picture
}
