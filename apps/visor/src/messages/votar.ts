import own from './es-MX/votar.json'
import { withTexts } from './index.ts'

export const { t, tn, tWord } = withTexts(own)
