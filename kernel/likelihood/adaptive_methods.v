(** The equations of likelihood/adaptive-methods, proved by Coq's kernel for every size.

    Written by `python -m proofread kernel`.  What a theorem means is said in the
    document of proofread on the kernel; the number beside a key is the identity of
    the claim that the theorem was made of.                                           *)

From mathcomp Require Import all_ssreflect ssralg matrix mxalgebra zmodp.
From kernel Require Import sums notions reading tactics dual prove.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

(** adagrad-one-term: 2914a10c85f77e17 *)
Theorem adagrad_one_term
    (R : comUnitRingType)
    (g : R)
    (sqrt : R -> R)
    (S : R)
    (root : (sqrt (S + (g ^+ 2))) * (sqrt (S + (g ^+ 2))) = (S + (g ^+ 2)))
    (unit : ((sqrt (S + (g ^+ 2))) : R) \is a GRing.unit)
    (root_2 : (sqrt S) * (sqrt S) = S) :
  ((g ^+ 2) * (sqrt (S + (g ^+ 2)))^-1) = ((2%:R * (sqrt (S + (g ^+ 2)))) + (- (2%:R * (sqrt S))) + (- ((sqrt (S + (g ^+ 2)))^-1 * (((sqrt (S + (g ^+ 2))) + (- (sqrt S))) ^+ 2)))) :> R.
Proof. prove. Qed.

Print Assumptions adagrad_one_term.
