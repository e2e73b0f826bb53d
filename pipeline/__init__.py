"""How the language pipeline that ships is made: conversion, training, evaluation, packaging."""
