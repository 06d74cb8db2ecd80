import own from './es-MX/idiomas.json'
import { withTexts } from './index.ts'

export const { t, tn, tWord } = withTexts(own)
