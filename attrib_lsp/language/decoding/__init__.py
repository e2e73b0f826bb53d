"""From the encoder's scores to labels, lemmas, trees and links, under the constraints that each of them has."""
