(** The equations of likelihood/debugging, proved by Coq's kernel for every size.

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

(** softmax-ignores-ones: 29775d262acca975 *)
Theorem softmax_ignores_ones
    (R : comUnitRingType)
    (k : nat)
    (p : 'cV[R]_k)
    (y : 'cV[R]_k)
    (c : R)
    (v : 'cV[R]_k)
    (given : (\sum_(i < k) (p i 0)) = 1 :> R)
    (given_2 : (\sum_(i_2 < k) (y i_2 0)) = 1 :> R) :
  (dot ((c *: (const_mx 1 : 'cV[R]_k)) + v) (p + (- y))) = (dot v (p + (- y))) :> R.
Proof. prove. Qed.

Print Assumptions softmax_ignores_ones.
